-- What a member arranged for one candidate's interview. Each change is the whole of it again; the newest holds, all stay.
create table adjustments (
  id text primary key,
  tenant_id text not null references tenants (id),
  interview_id text not null references interviews (id),
  number integer not null check (number > 0),
  content jsonb not null,
  message text not null default '',
  member_id text not null references members (id),
  created_at timestamptz not null default now()
);
create unique index adjustments_in_order on adjustments (interview_id, number);
grant select, insert on adjustments to interloop_app;
revoke update, delete on adjustments from interloop_app;
alter table adjustments enable row level security;
alter table adjustments force row level security;
create policy tenant_wall on adjustments for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
-- Granted by a person who may, as a decision is.
create trigger adjustment_by_a_member before insert on adjustments
  for each row execute function decision_by_a_member();
