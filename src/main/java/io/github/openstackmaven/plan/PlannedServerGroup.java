package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.ServerGroup;
import io.github.openstackmaven.compute.ServerGroupCreate;
import io.github.openstackmaven.compute.ServerGroupPolicy;
import io.github.openstackmaven.ledger.ResourceType;
import java.util.Optional;
import java.util.function.Function;

/** A server group with its name resolved. */
public sealed interface PlannedServerGroup {

    /** The create of one that is not there. */
    default Optional<New> toBeMade() {
        return Optional.empty();
    }

    /** Its name. */
    String name();

    /** Whether no server is in it. */
    boolean isEmpty();

    /** Its id. */
    String id(Bindings bindings);

    /** What comes of it, by which of the two it is. */
    <T> T match(Function<Existing, T> existing, Function<New, T> made);

    /** One that is there. */
    record Existing(ServerGroup group) implements PlannedServerGroup {
        @Override
        public String name() {
            return group.name();
        }

        @Override
        public boolean isEmpty() {
            return group.members().isEmpty();
        }

        @Override
        public String id(Bindings bindings) {
            return group.id();
        }

        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return existing.apply(this);
        }
    }

    /** One to be made, once for all servers of the launch that name it. */
    record New(String name, ServerGroupPolicy policy) implements PlannedServerGroup, MarkedCreate, Prerequisite {
        private static final int LONGEST_NAME = 255;

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public Optional<New> toBeMade() {
            return Optional.of(this);
        }

        @Override
        public String id(Bindings bindings) {
            return bindings.id(this);
        }

        /** What Nova is asked for: the marks are at the end of its name. */
        public ServerGroupCreate request(Marking marking) {
            return ServerGroupCreate.of(marked(marking), policy);
        }

        private String marked(Marking marking) {
            if (marking.suffix().isEmpty()) return name;
            String ending = "-" + marking.suffix();
            int requirement = LONGEST_NAME - ending.length();
            return (name.length() > requirement ? name.substring(0, requirement) : name) + ending;
        }

        @Override
        public ResourceType kind() {
            return ResourceType.SERVER_GROUP;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.serverGroup(this);
        }

        @Override
        public Costs costs() {
            return Costs.of(QuotaResource.SERVER_GROUPS, 1);
        }

        @Override
        public PlannedRequest foreseen(Marking marking) {
            return PlannedRequest.compute(request(marking).post());
        }

        @Override
        public <T> T match(Function<Existing, T> existing, Function<New, T> made) {
            return made.apply(this);
        }
    }
}
