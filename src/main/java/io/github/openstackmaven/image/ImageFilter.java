package io.github.openstackmaven.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the images asked for have, as
 * <a href="https://docs.openstack.org/api-ref/image/v2/#list-images">GET /v2/images</a> filters.
 *
 * @param owner id of a project
 */
public record ImageFilter(
        Optional<String> name,
        Optional<String> owner,
        Optional<String> visibility,
        List<String> tags,
        Map<String, String> properties) {}
