-- What everybody may read of a unit's name; the application keeps it from here on (publicUnitName).
alter table org_unit add column public_name text null;
alter table org_unit no force row level security;
alter table vocabulary_term no force row level security;
update org_unit set public_name = case
  when not kind.names_people then org_unit.name
  when org_unit.name ~ concat('^[一-龥]{2,4}', kind.key, '$')
    then concat(left(org_unit.name, 1), repeat('某', length(org_unit.name) - length(kind.key) - 1), kind.key)
  else kind.key end
from vocabulary_term kind where kind.tenant_id = org_unit.tenant_id and kind.id = org_unit.kind_id;
alter table vocabulary_term force row level security;
alter table org_unit force row level security;
alter table org_unit alter column public_name set not null;
