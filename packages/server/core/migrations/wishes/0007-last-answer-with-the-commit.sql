-- A wish of a ledger is written once, with its answer: whether the last answer is there is looked at with the COMMIT.
alter table wish drop constraint wish_tenant_id_last_answer_id_foreign;
alter table wish add constraint wish_tenant_id_last_answer_id_foreign foreign key (tenant_id, last_answer_id) references wish_answer (tenant_id, id) on update no action on delete no action deferrable initially deferred;
