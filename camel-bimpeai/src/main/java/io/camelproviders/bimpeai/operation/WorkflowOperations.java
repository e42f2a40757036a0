/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static io.camelproviders.bimpeai.operation.BimpeaiOperations.delete;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.paged;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.patch;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.post;
import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.bimpeai.model.Workflows.CloneWorkflow;
import io.camelproviders.bimpeai.model.Workflows.CreateWorkflow;
import io.camelproviders.bimpeai.model.Workflows.Workflow;
import io.camelproviders.core.operation.Operation;
import java.util.List;

/** Workflows. */
final class WorkflowOperations {

    private static final String WORKFLOW = "/workflows/{workflowId}";

    private WorkflowOperations() {}

    static List<Operation.Builder> all() {
        return List.of(
                paged("workflows/list", "/workflows")
                        .title("Lists the workflows.")
                        .query("scope", String.class)
                        .list(Workflow.class),
                post("workflows/create", "/workflows")
                        .title("Creates a workflow.")
                        .body(CreateWorkflow.class, "name", "system_prompt")
                        .returns(Workflow.class),
                post("workflows/clone", "/workflows/clone")
                        .title("Copies a workflow.")
                        .body(CloneWorkflow.class, "source_workflow_id")
                        .returns(Workflow.class),
                get("workflows/retrieve", WORKFLOW).title("Gets a workflow.").returns(Workflow.class),
                patch("workflows/update", WORKFLOW)
                        .title("Changes fields of a workflow.")
                        .body(CreateWorkflow.class)
                        .returns(Workflow.class),
                delete("workflows/delete", WORKFLOW).title("Deletes a workflow."));
    }
}
