package io.github.openstackmaven.init;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A clouds.yaml to be filled in, which has no secret.
 *
 * @param cloud the name of its entry
 * @param auth what is known of the login, as {@code <auth>} of the POM calls it; its secrets are left out
 * @param region empty for the one of the cloud's Keystone
 */
public record CloudsSkeleton(String cloud, Map<String, String> auth, String region) {
    private static final String AUTH_URL = "https://cloud.example.com:5000/v3";
    private static final String DOMAIN = "Default";
    private static final Set<String> OPEN =
            Set.of("authUrl", "username", "projectName", "userDomainName", "projectDomainName");
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z][\\w./:@-]*(?<!:)");

    public CloudsSkeleton {
        auth = auth.entrySet().stream()
                .filter(one -> OPEN.contains(one.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same, with what somebody knows of it. */
    public CloudsSkeleton completed(Answers answers) {
        String name = answers.text("Name of the cloud, as you like", cloud);
        Map<String, String> known = new HashMap<>(auth);
        known.put("authUrl", answers.text("Auth URL, of its Keystone", known("authUrl", "")));
        known.put("username", answers.text("User", known("username", "")));
        known.put("projectName", answers.text("Project", known("projectName", "")));
        String domain = answers.text("Domain of user and project", known("userDomainName", DOMAIN));
        known.put("userDomainName", domain);
        known.putIfAbsent("projectDomainName", domain);
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
