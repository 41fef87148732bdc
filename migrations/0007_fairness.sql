-- Feedback to candidates, and what they chose to say about themselves: stored apart, read only as counts.
alter table tenants
  add column feedback boolean not null default false,
  add column asks_about_people boolean not null default true,
  add column impact_percent smallint not null default 80 check (impact_percent between 50 and 100),
  add column impact_level smallint not null default 3 check (impact_level between 1 and 5);
alter table decisions add column feedback boolean not null default true;

create table demographics (
  id text primary key,
  tenant_id text not null references tenants (id),
  role_id text not null,
  digest text not null unique,
  answers jsonb not null,
  month text not null,
  outcome text check (outcome in ('advance', 'hold', 'reject')),
  level smallint check (level between 1 and 5),
  counted_outcome text,
  counted_level smallint
);
create index demographics_role on demographics (tenant_id, role_id);
grant select, insert, update, delete on demographics to interloop_app;
alter table demographics enable row level security;
alter table demographics force row level security;
-- No tenant scope here: a row opens to its digest, which only the candidate's own interview and the pepper make.
create policy own_row on demographics for all to interloop_app
  using (digest = app_setting('app.digest')) with check (digest = app_setting('app.digest'));
-- The function below runs as the owner, whom a forced wall binds too.
create policy counted on demographics for all to current_user
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));

-- Outcomes come into the counts ten at a time, so that looking before and after one decision shows nobody.
create function demographic_counts(for_role text, level_from int)
returns table (question text, answer text, decided int, selected int, scored int, reached int)
language plpgsql security definer set search_path = public as $$
begin
  if (select count(*) from demographics d
      where d.tenant_id = app_setting('app.tenant_id') and d.role_id = for_role
        and (d.outcome, d.level) is distinct from (d.counted_outcome, d.counted_level)) >= 10 then
    update demographics d set counted_outcome = d.outcome, counted_level = d.level
    where d.tenant_id = app_setting('app.tenant_id') and d.role_id = for_role;
  end if;
  return query
    select said.key, said.value,
      count(*)::int,
      (count(*) filter (where d.counted_outcome = 'advance'))::int,
      count(d.counted_level)::int,
      (count(*) filter (where d.counted_level >= level_from))::int
    from demographics d, jsonb_each_text(d.answers) said
    where d.tenant_id = app_setting('app.tenant_id') and d.role_id = for_role
      and d.counted_outcome in ('advance', 'reject')
    group by 1, 2;
end $$;
revoke execute on function demographic_counts from public;
grant execute on function demographic_counts to interloop_app;
