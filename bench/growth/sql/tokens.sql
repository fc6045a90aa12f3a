-- What search finds wishes $from to $to by, as the product itself would write it.
insert into search_entry (tenant_id, record_id, kind, edition, tokens)
select '$tenant', wish.id, 'wish', $edition, (select array_agg(distinct token order by token) from unnest(place.tokens || one.tokens || ('#' || wish.number)) token)
from wish
join phrase place on place.kind = 'place' and place.no = r(wish.number, 9, 40)
join phrase one on one.kind = 'wish' and one.no = r(wish.number, 10, 40)
where wish.tenant_id = '$tenant' and wish.number between $from and $to;

insert into search_token (tenant_id, kind, token, record_id)
select '$tenant', 'wish', said.token, wish.id
from wish
join phrase place on place.kind = 'place' and place.no = r(wish.number, 9, 40)
join phrase one on one.kind = 'wish' and one.no = r(wish.number, 10, 40)
cross join lateral (select distinct token from unnest(place.tokens || one.tokens || ('#' || wish.number)) token) said
where wish.tenant_id = '$tenant' and wish.number between $from and $to
order by said.token, wish.id;
