-- Who took a role in an emergency has had another's.
alter table emergency_access no force row level security;
alter table person no force row level security;
update person set has_borrowed = true where exists (select from emergency_access emergency where emergency.tenant_id = person.tenant_id and emergency.person_id = person.id);
alter table person force row level security;
alter table emergency_access force row level security;
