-- The year of birth is encrypted; figures by age go by a coarse group beside it.
alter table enrolment add column age_group text null;
