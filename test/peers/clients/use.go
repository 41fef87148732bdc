package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"

	"peer/generated"
)

func main() {
	ctx := context.Background()
	cookie := func(_ context.Context, request *http.Request) error {
		request.Header.Set("cookie", os.Getenv("API_COOKIE"))
		return nil
	}
	api, err := generated.NewClientWithResponses(os.Getenv("API_URL"), generated.WithRequestEditorFn(cookie))
	must(err)
	made, err := api.PostRecruiterRolesWithResponse(ctx, generated.PostRecruiterRolesJSONRequestBody{Title: "Dispatcher"})
	must(err)
	role := made.JSON201.Id
	body := strings.NewReader(`{"from":"template","template":"support","revision":null}`)
	drafted, err := api.PostRecruiterRolesRolePlanDraftWithBodyWithResponse(ctx, role, "application/json", body)
	must(err)
	csv, err := api.GetRecruiterRolesRoleFairnessCsvWithResponse(ctx, role)
	must(err)
	refused, err := api.GetRecruiterRolesRoleWithResponse(ctx, role+"x")
	must(err)
	must(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"role":    role,
		"levels":  len(drafted.JSON200.Content.Rubric.Criteria[0].Levels),
		"csv":     string(csv.Body),
		"refused": refused.ApplicationproblemJSONDefault.Code,
	}))
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
