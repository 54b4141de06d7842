package io.github.openstackmaven.init;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A clouds.yaml to be filled in, which has no secret.
 *
 * @param cloud the name of its entry
 * @param auth what is known of the login, as {@code <auth>} of the POM calls it
 * @param region empty for the one of the cloud's Keystone
 */
public record CloudsSkeleton(String cloud, Map<String, String> auth, String region) {
    private static final String AUTH_URL = "https://cloud.example.com:5000/v3";
    private static final String DOMAIN = "Default";
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z][\\w./:@-]*(?<!:)");

    public CloudsSkeleton {
        auth = Map.copyOf(auth);
    }

    /** The same, with what somebody knows of it. */
    public CloudsSkeleton completed(Answers answers) {
        String name = answers.text("Name of the cloud, as you like", cloud);
        String domain = answers.text("Domain of user and project", known("userDomainName", DOMAIN));
        Map<String, String> known = Map.of(
                "authUrl", answers.text("Auth URL, of its Keystone", known("authUrl", "")),
                "username", answers.text("User", known("username", "")),
                "projectName", answers.text("Project", known("projectName", "")),
                "userDomainName", domain,
                "projectDomainName", known("projectDomainName", domain));
        return new CloudsSkeleton(name, known, answers.text("Region, if it has several", region));
    }

    /** Its text. */
    public String text() {
        return """
                # Where to log in to OpenStack: read by openstack-maven-plugin, the openstack command and Terraform.
                # Keep it to yourself (chmod 600), and out of version control.
                clouds:
                  %s:
                    auth:
                      # These are in the "OpenStack RC file" that the cloud's dashboard has to download.
                      auth_url: %s
                      username: %s
                      password: # to be filled in
                      project_name: %s
                      user_domain_name: %s
                      project_domain_name: %s
                    %s

                  # Better for builds, an application credential: openstack application credential create maven
                  # %s:
                  #   auth_type: v3applicationcredential
                  #   auth:
                  #     auth_url: %s
                  #     application_credential_id:
                  #     application_credential_secret:
                """.formatted(
                        scalar(cloud),
                        scalar(known("authUrl", AUTH_URL)),
                        scalar(known("username", "me")),
                        scalar(known("projectName", "my-project")),
                        scalar(known("userDomainName", DOMAIN)),
                        scalar(known("projectDomainName", DOMAIN)),
                        region.isEmpty() ? "# region_name: RegionOne" : "region_name: " + scalar(region),
                        scalar(cloud + "-builds"),
                        scalar(known("authUrl", AUTH_URL)));
    }

    private String known(String element, String otherwise) {
        return Optional.ofNullable(auth.get(element))
                .filter(text -> !text.isBlank())
                .orElse(otherwise);
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }
}
