-- Nobody is turned down without a named person: not by a route, not by a race, not by a statement past the product.
alter table decisions add column number integer not null;
create unique index decisions_in_order on decisions (interview_id, number);
alter table decisions
  add constraint decisions_member foreign key (member_id) references members (id),
  add constraint decisions_interview foreign key (interview_id) references interviews (id),
  add constraint decisions_kind check (kind in ('advance', 'hold', 'reject')),
  add constraint decisions_reason check (btrim(reason) <> '');
alter table overrides
  add constraint overrides_member foreign key (member_id) references members (id),
  add constraint overrides_interview foreign key (interview_id) references interviews (id),
  add constraint overrides_level check (level is null or level between 1 and 5),
  add constraint overrides_reason check (btrim(reason) <> '');

-- The member must be able to decide at the moment of deciding, and belong to the interview's tenant.
create function decision_by_a_member() returns trigger language plpgsql as $$
begin
  if not exists (
    select from members
    where id = new.member_id and tenant_id = new.tenant_id and disabled_at is null
      and role in ('owner', 'admin', 'recruiter')
  ) or not exists (select from interviews where id = new.interview_id and tenant_id = new.tenant_id) then
    raise exception 'a decision needs a member who may decide' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decision_by_a_member before insert on decisions for each row execute function decision_by_a_member();

-- An interview stands decided only while its newest decision says so.
create function decided_by_somebody() returns trigger language plpgsql as $$
declare
  newest text;
begin
  if new.state not in ('next-round', 'on-hold', 'declined') then return new; end if;
  select kind into newest from decisions where interview_id = new.id order by number desc limit 1;
  if newest is distinct from
     (case new.state when 'next-round' then 'advance' when 'on-hold' then 'hold' else 'reject' end) then
    raise exception 'this state needs a decision by a named member' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decided_by_somebody before insert or update of state on interviews
  for each row execute function decided_by_somebody();

-- The pipeline in the order in which it needs somebody: what to decide first, what is over last.
alter table interviews add column pipeline_rank smallint not null generated always as (
  case state
    when 'to-decide' then 1
    when 'human-requested' then 1
    when 'on-hold' then 2
    when 'in-interview' then 3
    when 'sealing' then 3
    when 'scoring' then 3
    when 'opened' then 4
    when 'invited' then 4
    when 'next-round' then 5
    else 6
  end) stored;
create index interviews_pipeline on interviews
  (role_id, pipeline_rank, (coalesce(decision_due_at, 'infinity'::timestamptz)), id);
create index candidates_role_name on candidates (role_id, lower(name), id);
create index interviews_candidate on interviews (candidate_id);
