/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static io.camelproviders.bimpeai.operation.BimpeaiOperations.delete;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.paged;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.patch;
import static io.camelproviders.bimpeai.operation.BimpeaiOperations.post;
import static io.camelproviders.core.operation.Operation.get;

import io.camelproviders.bimpeai.model.Actions.Action;
import io.camelproviders.bimpeai.model.Actions.SwitchActions;
import io.camelproviders.bimpeai.model.Actions.UpdatedCount;
import io.camelproviders.bimpeai.model.Agents.Agent;
import io.camelproviders.bimpeai.model.Agents.AgentDetail;
import io.camelproviders.bimpeai.model.Agents.CreateAgent;
import io.camelproviders.bimpeai.model.Agents.LiveStatus;
import io.camelproviders.bimpeai.model.Agents.TestCode;
import io.camelproviders.bimpeai.model.Agents.UpdateLiveStatus;
import io.camelproviders.bimpeai.model.Integrations.Channel;
import io.camelproviders.bimpeai.model.KnowledgeBases.CreateKnowledgeBase;
import io.camelproviders.bimpeai.model.KnowledgeBases.KbItem;
import io.camelproviders.bimpeai.model.KnowledgeBases.UpdateKnowledgeBase;
import io.camelproviders.bimpeai.model.Workflows.ConversationFlow;
import io.camelproviders.core.operation.Operation;
import java.util.List;

/** Agents, their channels, actions and knowledge bases. */
final class AgentOperations {

    private static final String AGENT = "/agents/{agentId}";

    private AgentOperations() {}

    static List<Operation.Builder> all() {
        return List.of(
                paged("agents/list", "/agents").title("Lists the agents.").list(Agent.class),
                post("agents/create", "/agents")
                        .title("Creates an agent.")
                        .body(CreateAgent.class, "workflow_id", "name", "description")
                        .returns(Agent.class),
                get("agents/retrieve", AGENT)
                        .title("Gets an agent with its knowledge bases, integrations and channels.")
                        .returns(AgentDetail.class),
                patch("agents/update", AGENT)
                        .title("Changes fields of an agent.")
                        .body(CreateAgent.class)
                        .returns(Agent.class),
                delete("agents/delete", AGENT).title("Deletes an agent."),
                patch("agents/update-live-status", AGENT + "/live-status")
                        .title("Puts an agent in development, live or on pause.")
                        .body(UpdateLiveStatus.class, "status")
                        .returns(LiveStatus.class),
                get("agents/get-test-code", AGENT + "/deployment/agent-test-code")
                        .title("Gets the code and addresses to try an agent.")
                        .returns(TestCode.class),
                get("channels/list", AGENT + "/channels")
                        .title("Lists the channels of an agent.")
                        .list(Channel.class),
                get("actions/list", AGENT + "/actions")
                        .title("Lists the actions of an agent.")
                        .list(Action.class),
                post("actions/enable", AGENT + "/actions/enable")
                        .title("Switches actions on.")
                        .body(SwitchActions.class, "action_ids")
                        .returns(UpdatedCount.class),
                post("actions/disable", AGENT + "/actions/disable")
                        .title("Switches actions off.")
                        .body(SwitchActions.class, "action_ids")
                        .returns(UpdatedCount.class),
                get("knowledge-bases/list", AGENT + "/knowledge_bases")
                        .title("Lists the knowledge bases of an agent.")
                        .list(KbItem.class),
                post("knowledge-bases/create", AGENT + "/knowledge_bases")
                        .title("Creates a knowledge base from a text or a URL.")
                        .body(CreateKnowledgeBase.class, "type", "name")
                        .returns(KbItem.class),
                patch("knowledge-bases/update", AGENT + "/knowledge_bases/{knowledgeBaseId}")
                        .title("Changes a knowledge base.")
                        .body(UpdateKnowledgeBase.class)
                        .returns(KbItem.class),
                delete("knowledge-bases/delete", AGENT + "/knowledge_bases/{knowledgeBaseId}")
                        .title("Deletes a knowledge base."),
                get("conversation-flows/list", AGENT + "/conversation_flows")
                        .title("Lists the conversation flows of an agent.")
                        .list(ConversationFlow.class)
                        .deprecated("gone from the console since SDK 0.2; flows are part of workflows now"));
    }
}
