-- The years of birth become ciphertext like the names and telephones beside them; what is there is encrypted by the job that
-- every server runs at its start.
alter table enrolment alter column learner_birth_year type text using learner_birth_year::text;
