package io.github.openstackmaven.compute;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.openstackmaven.http.NotEmpty;
import io.github.openstackmaven.http.OrEmpty;
import java.util.List;

/**
 * Servers that run together or apart: <a
 * href="https://docs.openstack.org/api-ref/compute/#show-server-group-details">Nova</a>.
 *
 * @param policies one; from 2.64 on the field is {@code policy} and no list
 * @param members the ids of its servers
 */
public record ServerGroup(
        @NotEmpty String id,
        String name,

        @JsonAlias("policy") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @OrEmpty
        List<String> policies,

        @OrEmpty List<String> members) {}
