-- A write that goes by what was last known of who asks ends here when that does not hold any more (docs/adr/0032): nothing after it
-- runs, and nothing is committed.
create function confirm_authority(holds boolean) returns void language plpgsql as $$
begin
  if holds is not true then
    raise exception 'What the actor may do changed.' using errcode = 'WX001';
  end if;
end
$$;
