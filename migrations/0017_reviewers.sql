-- Reviewers give levels of their own; they decide nothing. Whoever only looks on, or has left, gives none.
create function card_by_somebody_who_judges() returns trigger language plpgsql as $$
begin
  if not exists (
    select from members
    where id = new.member_id and tenant_id = new.tenant_id and disabled_at is null
      and role in ('owner', 'admin', 'recruiter', 'reviewer')
  ) or not exists (select from interviews where id = new.interview_id and tenant_id = new.tenant_id) then
    raise exception 'a card needs a member who may judge' using errcode = 'check_violation';
  end if;
  return new;
end $$;
drop trigger card_by_a_member on scorecards;
create trigger card_by_a_member before insert on scorecards
  for each row when (new.maker = 'person') execute function card_by_somebody_who_judges();

-- A level is changed by somebody who may, with a reason that has a word in it.
create trigger override_by_a_member before insert on overrides
  for each row execute function decision_by_a_member();
alter table overrides drop constraint overrides_reason;
alter table overrides add constraint overrides_reason check (reason ~ '[^[:space:][:punct:]]') not valid;
alter table decisions drop constraint decisions_reason;
alter table decisions add constraint decisions_reason check (reason ~ '[^[:space:][:punct:]]') not valid;

-- Nothing is judged by a machine once its candidate withdrew.
create function judged_with_consent() returns trigger language plpgsql as $$
begin
  if exists (select from interviews where id = new.interview_id and state = 'withdrawn') then
    raise exception 'the candidate withdrew' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger judged_with_consent before insert on scorecards
  for each row execute function judged_with_consent();
