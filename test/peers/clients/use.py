import json, os
from generated import Client
from generated.api.recruiter import (
    get_recruiter_roles_role,
    get_recruiter_roles_role_fairness_csv,
    post_recruiter_roles,
    post_recruiter_roles_role_plan_draft,
)
from generated.models import PostRecruiterRolesBody, PostRecruiterRolesRolePlanDraftBodyType1

client = Client(base_url=os.environ["API_URL"], headers={"cookie": os.environ["API_COOKIE"]})
role = post_recruiter_roles.sync(client=client, body=PostRecruiterRolesBody(title="Dispatcher")).id

body = PostRecruiterRolesRolePlanDraftBodyType1.from_dict({"from": "template", "template": "support", "revision": None})
drafted = post_recruiter_roles_role_plan_draft.sync(client=client, role=role, body=body)
csv = get_recruiter_roles_role_fairness_csv.sync(client=client, role=role)
refused = get_recruiter_roles_role.sync(client=client, role=role + "x")
levels = len(drafted.content.rubric.criteria[0].levels)
print(json.dumps({"role": role, "levels": levels, "csv": csv, "refused": str(refused.code)}))
