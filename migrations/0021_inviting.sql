-- An address is sent to in ASCII and shown as it was typed; null: both are the same.
alter table candidates add column email_shown text;

-- The role's own words of its invitation (null: ours), and how many days before a link's end a reminder goes (0: none).
alter table roles
  add column invitation_subject text,
  add column invitation_text text,
  add column reminder_days smallint not null default 2 check (reminder_days between 0 and 30);

alter table invitations add column remind_at timestamptz, add column reminded_at timestamptz;
create index invitations_to_remind on invitations (remind_at) where reminded_at is null and revoked_at is null;
-- The clock finds what is due before it knows whose it is; it reads ids, and goes on inside the tenant.
create policy due_reminders on invitations for select to interloop_app
  using (app_setting('app.due') = 'reminders' and remind_at <= now() and reminded_at is null and revoked_at is null);
