-- Work on an interview that failed the same way again and again: set aside with its cause, until somebody has it tried again.
create table parked_tasks (
  id text primary key,
  tenant_id text not null references tenants (id),
  interview_id text not null,
  task text not null,
  cause text not null,
  parked_at timestamptz not null default now()
);
create index parked_tasks_interview on parked_tasks (tenant_id, interview_id);
grant select, insert, update, delete on parked_tasks to interloop_app;
alter table parked_tasks enable row level security;
alter table parked_tasks force row level security;
create policy tenant_wall on parked_tasks for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
-- The operator sees over all tenants of the region that something is stuck: ids and causes, no word and no name.
create policy operator_reads on parked_tasks for select to interloop_app using (app_setting('app.operator') = 'open');
