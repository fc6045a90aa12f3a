-- Which evaluation a notice makes public: there the grade can be objected to.
alter table notice add column round_id uuid null;
create index notice_tenant_id_round_id_index on notice (tenant_id, round_id);
alter table notice add constraint notice_tenant_id_round_id_foreign foreign key (tenant_id, round_id) references evaluation_round (tenant_id, id) on update no action on delete no action;
