-- The media room of an interview, and what its maker told of it, each thing once.
create table calls (
  interview_id text primary key,
  tenant_id text not null references tenants (id),
  digest text not null unique,
  recording_egress text,
  opened_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone
);
create table call_events (
  id text primary key,
  tenant_id text not null references tenants (id),
  interview_id text not null,
  at timestamp with time zone not null default now()
);

grant select, insert, update, delete on calls, call_events to interloop_app;
alter table calls enable row level security;
alter table calls force row level security;
create policy tenant_wall on calls for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
-- A webhook names a room and no tenant.
create policy by_digest on calls for select to interloop_app using (digest = app_setting('app.digest'));
alter table call_events enable row level security;
alter table call_events force row level security;
create policy tenant_wall on call_events for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
revoke update on call_events from interloop_app;
