-- What a candidate is told of a decision, from the moment of deciding until it has left; a decline rests a moment, in
-- which it can be taken back.
create table decision_letters (
  interview_id text not null references interviews (id),
  number integer not null,
  tenant_id text not null references tenants (id),
  recipient text not null,
  subject text not null,
  body text not null,
  before_state text not null,
  before_due_at timestamptz,
  due_at timestamptz not null,
  leaving_at timestamptz,
  sent_at timestamptz,
  undone_at timestamptz,
  undone_by text references members (id),
  primary key (interview_id, number),
  constraint decision_letters_left_or_undone check (leaving_at is null or undone_at is null)
);
grant select, insert, update on decision_letters to interloop_app;
alter table decision_letters enable row level security;
alter table decision_letters force row level security;
create policy tenant_wall on decision_letters for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
create index decision_letters_tenant on decision_letters (tenant_id, interview_id);

-- A decision that was taken back before it was told no longer says how an interview stands.
create or replace function decided_by_somebody() returns trigger language plpgsql as $$
declare
  newest text;
begin
  if new.state not in ('next-round', 'on-hold', 'declined') then return new; end if;
  select d.kind into newest from decisions d
    where d.interview_id = new.id and not exists (
      select from decision_letters l
      where l.interview_id = d.interview_id and l.number = d.number and l.undone_at is not null)
    order by d.number desc limit 1;
  if newest is distinct from
     (case new.state when 'next-round' then 'advance' when 'on-hold' then 'hold' else 'reject' end) then
    raise exception 'this state needs a decision by a named member' using errcode = 'check_violation';
  end if;
  return new;
end $$;
