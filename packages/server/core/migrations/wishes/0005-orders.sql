-- Lists of wishes by deadline and by supporters are read in the order of an index, and those of one state by deadline too.
create index wish_tenant_id_state_answer_due_at_id_index on wish (tenant_id, state, answer_due_at, id);
create index wish_tenant_id_answer_due_at_id_index on wish (tenant_id, answer_due_at, id);
create index wish_tenant_id_supporter_count_id_index on wish (tenant_id, supporter_count, id);
drop index wish_tenant_id_state_answer_due_at_index;
