-- People beside the machine: names that stay hidden until one has judged, and a review whose levels hold.
alter table roles add column blind boolean not null default false;

alter table scorecards
  add constraint scorecards_by_whom check ((maker = 'person') = (member_id is not null)),
  add constraint scorecards_member foreign key (member_id) references members (id);
create trigger card_by_a_member before insert on scorecards
  for each row when (new.maker = 'person') execute function decision_by_a_member();
create index scorecards_people on scorecards (interview_id, member_id) where maker = 'person';

-- The card that a review was answered with: its levels hold from then on.
alter table candidate_requests add column scorecard_id text references scorecards (id) on delete set null;

-- Somebody looks again who had no part in what was decided before, and who judged after being asked.
create function review_by_somebody_else() returns trigger language plpgsql as $$
begin
  if new.kind <> 'review' or new.answered_by is null or old.answered_by is not null then return new; end if;
  if not exists (
    select from scorecards
    where id = new.scorecard_id and interview_id = new.interview_id and tenant_id = new.tenant_id
      and maker = 'person' and member_id = new.answered_by and created_at >= new.created_at
  ) or exists (select from decisions where interview_id = new.interview_id and member_id = new.answered_by)
    or exists (select from overrides where interview_id = new.interview_id and member_id = new.answered_by)
    or exists (
      select from candidate_requests
      where interview_id = new.interview_id and kind = 'review' and answered_by = new.answered_by
    ) then
    raise exception 'a review needs somebody else, with levels of their own' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger review_by_somebody_else before update on candidate_requests
  for each row execute function review_by_somebody_else();
