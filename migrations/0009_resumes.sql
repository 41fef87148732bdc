-- Résumés: the text for questions of the interviewer, the file only where the tenant keeps files. Neither is scored.
alter table tenants add column keep_resumes boolean not null default false;

create table resumes (
  interview_id text primary key,
  tenant_id text not null references tenants (id),
  candidate_id text not null,
  text text not null,
  file_key text,
  given_by text not null,
  updated_at timestamp with time zone not null default now(),
  constraint resumes_given_by check (given_by in ('candidate', 'member'))
);

grant select, insert, update, delete on resumes to interloop_app;
alter table resumes enable row level security;
alter table resumes force row level security;
create policy tenant_wall on resumes for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
