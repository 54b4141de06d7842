package io.github.openstackmaven.ledger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The page of the CI job that a build is a part of.
 *
 * @param environment the environment variables by which a CI tells of itself
 */
record CiPage(Map<String, String> environment) {

    /** Of GitLab, GitHub Actions, Azure Pipelines or Jenkins; the last by the variable that others may set as well. */
    Optional<String> url() {
        return variable("CI_JOB_URL").or(this::ofGitHub).or(this::ofAzure).or(() -> variable("BUILD_URL"));
    }

    private Optional<String> ofGitHub() {
        String server = variable("GITHUB_SERVER_URL").orElse("https://github.com");
        return variable("GITHUB_REPOSITORY")
                .flatMap(repository ->
                        variable("GITHUB_RUN_ID").map(run -> withSlash(server) + repository + "/actions/runs/" + run));
    }

    private Optional<String> ofAzure() {
        return variable("SYSTEM_COLLECTIONURI")
                .or(() -> variable("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"))
                .flatMap(collection -> variable("SYSTEM_TEAMPROJECT")
                        .flatMap(project -> variable("BUILD_BUILDID")
                                .map(build ->
                                        withSlash(collection) + inPath(project) + "/_build/results?buildId=" + build)));
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    private static String inPath(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
