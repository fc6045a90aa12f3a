-- Whether a role was ever lent to a person, or taken by them in an emergency. Without it nobody else's role counts for them, so
-- that who never had another's, which is nearly everybody, is told apart without looking for one on every request.
alter table person add column has_borrowed boolean not null default false;
alter table delegation no force row level security;
alter table person no force row level security;
update person set has_borrowed = true where exists (select from delegation where delegation.tenant_id = person.tenant_id and delegation.person_id = person.id);
alter table person force row level security;
alter table delegation force row level security;
