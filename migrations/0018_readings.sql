-- What a member had open and heard of a report, counted from the reads themselves: over reloads, tabs and devices.
create table report_readings (
  interview_id text not null references interviews (id),
  member_id text not null references members (id),
  tenant_id text not null references tenants (id),
  opened integer not null default 0,
  open_ms integer not null default 0,
  first_at timestamptz not null default now(),
  counted_to timestamptz not null default now(),
  quotes jsonb not null default '{}'::jsonb,
  primary key (interview_id, member_id)
);
grant select, insert, update on report_readings to interloop_app;
alter table report_readings enable row level security;
alter table report_readings force row level security;
create policy tenant_wall on report_readings for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
create index report_readings_tenant on report_readings (tenant_id, interview_id);
