package io.github.openstackmaven.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the random configurations are made of, as YAML; keys with a question mark are rare, since they spoil most. */
final class RandomValues {
    /** Passwords as users write them without quotes, and what YAML makes of them is another thing. */
    static final List<String> PASSWORDS = values("""
            secret, 12345, 007, 0o17, 08, 1e3, 1.5e+3, 1.50, 12:30, 1:30.5, yes, 'no', 0x1F, 1_000,
            0b101, 2024-01-02, 2001-12-14t21:59:43.10-05:00, 2001-12-14 21:59:43, '{brace}', '', null,
            ~, -0, +12, .5, 1., 6.02e+23, 1.0e-7, 0.0001, 1e16, 1.0e+16,
            123456789012345678901234567890, .inf, -.inf, .nan, 3.0, on, y, TRUE, =x, 00, 0_7, 2024-1-2,
            2024-1-2 3:04:05 Z
            """);

    static final List<String> PROFILES = values("""
            ovh, otc, rackspace, citycloud, limestonenetworks, ultimum, catalyst, internap, auro,
            bluebox, corp, corp, corp, ovh-like, unknown, '', envvars
            """);

    static final List<String> AUTH_TYPES = values("""
            password, password, token, v3password, v3token, v3applicationcredential, v3totp,
            v3oidcpassword, v3oidcclientcredentials, v3oidcaccesstoken, v3multifactor, admin_token,
            token_endpoint, none, null, http_basic, v2password, v2token, v3tokenlessauth, nonsense
            """);

    static final List<String> REGION_NAMES =
            List.of("RegionOne", "RegionOne", "BHS1", "eu-de", "1", "'One,Two'", "[One, Two]", "''");

    static final List<String> REGION_VALUES = List.of(
            "auth: {username: regional}",
            "auth: {auth_url: 'http://{region_name}.regional'}",
            "interface: null",
            "auth: null",
            "networks: [{name: regional}]",
            "compute-endpoint-override: http://regional",
            "external_network: regional");

    /** Keys of an entry beside auth, regions and networks. */
    static final Map<String, List<String>> TOP = keys("""
            interface | public, internal, admin, [internal; public]
            endpoint_type | internal
            compute_endpoint_type | admin
            volume_interface | internal
            block-storage-interface | admin
            verify | yes, no, true, false, 'false', null
            insecure | yes, no, 'True', 'x', null
            insecure? | 1
            cacert | /ca.pem, ~/ca.pem
            cert | /c.pem, ~/c.pem
            key | /k.pem
            api_timeout | 30, 2.5, null
            compute_timeout | 60, 1.5, null
            image-timeout | 20
            timeout | 10
            compute_api_version | 2, 2.79, '2.1', latest, ''
            identity_api_version | 3, '2.0'
            volume_api_version | 3
            block-storage-api-version | 2
            volumev3_endpoint_override | http://volumes/v3
            block_storage_endpoint_override | http://block/{region_name}, ''
            image_endpoint | http://images
            identity_endpoint_override | http://identity
            compute_default_microversion | 2.79, latest, 2.90
            connect_retries | 3, '2'
            compute_connect_retries | 7
            compute_connect_retries? | many
            image_status_code_retries | 9
            status_code_retries | 0
            compute_service_type | compute_legacy
            volume_service_name | cinder
            volumev2_region_name | Far
            username | top-user
            user_name | old-user
            user_id | u1
            password | top-secret, 4711
            project_name | top-project, 7, null
            project-id | dashed
            tenant_name | top-tenant
            domain_id | default
            domain-name | Dashed
            user_domain_name | Default
            project_domain_id | default, ''
            default_domain_id? | default
            token? | top-token
            auth_token? | old-token
            auth-token? | dashed-token
            passcode? | 123456
            trust_id | t1
            endpoint | http://endpoint
            url | http://url
            force_ipv4 | yes, no
            prefer_ipv6 | yes, no
            message | '{region_name} {image_format}', 'plain', '{{}}', '{verify} {cacert}'
            message? | '{nowhere}', '{', '}'
            motto | '{message}', '{auth[auth_url]}', '{networks[0][name]}'
            dashed-key | dashed, 1.0
            dashed_key | underscored
            rate_limit | {compute: 3; image-x: 2.5}, {}
            disable_vendor_agent | {vm-mode: hvm}
            verbose_level | 3
            image_api_use_tasks | yes
            floating_ip_source | None, neutron
            status | shutdown
            cache? | yes, {x: y}
            region_name? | null, true
            auth_methods? | [v3password; v3totp]
            """);

    private static final String SCOPED = """
            auth_url | http://k:5000/v3, https://k/, 'https://{region_name}.k:5000', 'https://{auth[username]}.k', 'http://{{k}}'
            username | alice, bob
            password | %s
            project_name | prod, 42
            user_domain_name | Default
            project_domain_name | Default
            """.formatted(String.join(", ", PASSWORDS));

    private static final String APPLICATION_CREDENTIAL = """
            auth_url | http://k:5000/v3
            application_credential_id | ac1
            application_credential_secret | s3cret, 99
            """;

    private static final String FEDERATED = """
            auth_url | http://k:5000/v3
            identity_provider | idp
            protocol | openid
            client_id | c1
            client_secret | cs
            discovery_endpoint | http://idp/.well-known
            openid_scope | email
            """;

    private static final String TOKEN = "auth_url | http://k:5000/v3\ntoken | tok, 12\nproject_id | p1";

    /** The keys that make a login complete, by auth_type. */
    static final Map<String, Map<String, List<String>>> LOGIN = Map.ofEntries(
            Map.entry("password", keys(SCOPED)),
            Map.entry("v3password", keys(SCOPED)),
            Map.entry("v2password", keys("auth_url | http://k\nusername | alice\npassword | p\nproject_name | t")),
            Map.entry("v3totp", keys("auth_url | http://k\nuser_id | u1\npasscode | 123456, '000111'\nproject_id | p")),
            Map.entry("token", keys(TOKEN)),
            Map.entry("v3token", keys(TOKEN)),
            Map.entry("v2token", keys("auth_url | http://k\ntoken | t\ntenant_id | t")),
            Map.entry("v3applicationcredential", keys(APPLICATION_CREDENTIAL)),
            Map.entry("v3oidcclientcredentials", keys(FEDERATED)),
            Map.entry("v3oidcpassword", keys(FEDERATED + "username | u\npassword | p")),
            Map.entry(
                    "v3oidcaccesstoken",
                    keys("auth_url | http://k\nidentity_provider | i\nprotocol | p\naccess_token | at")),
            Map.entry(
                    "v3multifactor",
                    keys("auth_url | http://k\nauth_methods | [v3password; v3totp], [v3token]\nuser_id | u\n"
                            + "password | p\npasscode | 1")),
            Map.entry("admin_token", keys("endpoint | http://e\ntoken | t")),
            Map.entry("token_endpoint", keys("url | http://e\ntoken | t")),
            Map.entry("none", keys("endpoint | http://e")),
            Map.entry("null", keys("endpoint | http://e")),
            Map.entry("http_basic", keys("endpoint | http://e\nusername | u\npassword | p")),
            Map.entry("v3tokenlessauth", keys("auth_url | http://k\nproject_name | p\nproject_domain_id | default")));

    /** Further keys of auth. */
    static final Map<String, List<String>> MORE_AUTH = keys("""
            user_name | old-user
            user-domain-id | default
            tenant_name | tenant, null
            tenant-id | t1
            project_id | 4711, p1
            domain_id | default
            domain_name | Default
            domain_name? | null
            trust_id | t1, ''
            system_scope | all
            default_domain_name | Default
            token? | tok
            passcode? | 1
            reauthenticate? | yes
            unheard_of? | x
            """);

    static final Set<String> USUAL_VARIABLES = Set.of("OS_AUTH_URL", "OS_USERNAME", "OS_PASSWORD", "OS_PROJECT_NAME");

    static final Map<String, List<String>> VARIABLES = keys("""
            OS_AUTH_URL | http://env:5000/v3
            OS_USERNAME | env-user
            OS_PASSWORD | env-secret, 0123, {x
            OS_PROJECT_NAME | env-project
            OS_TENANT_NAME | env-tenant
            OS_USER_DOMAIN_NAME | Default
            OS_PROJECT_DOMAIN_ID | default
            OS_DOMAIN_ID | default
            OS_TOKEN | env-token
            OS_AUTH_TYPE | password, password, password, password, v3password, token, nonsense
            OS_AUTH_PLUGIN | token
            OS_INTERFACE | internal
            OS_ENDPOINT_TYPE | internal
            OS_CACERT | ~/env.pem
            OS_CERT | /env-cert.pem
            OS_KEY | /env-key.pem
            OS_INSECURE | true, 1, False
            OS_VERIFY | false, /ca.pem
            OS_IDENTITY_API_VERSION | 3
            OS_COMPUTE_API_VERSION | 2.79
            OS_VOLUME_API_VERSION | 3
            OS_PROFILE | ovh, otc, corp
            OS_FORCE_IPV4 | true
            OS_PREFER_IPV6 | false
            OS_API_TIMEOUT | 30
            OS_COMPUTE_TIMEOUT | 31
            OS_TESTING | ignored
            OS_STDOUT | ignored
            OS_LOG_LEVEL | ignored
            OS_SYSTEM_SCOPE | all
            OS_MESSAGE | {region_name}, {{x}}
            """);

    private RandomValues() {}

    private static List<String> values(String text) {
        return List.of(text.strip().split(",\\s+"));
    }

    // "key | value, value": lists and maps inside a value have semicolons for commas.
    private static Map<String, List<String>> keys(String lines) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        lines.strip().lines().forEach(line -> {
            String[] parts = line.split(" \\| ", 2);
            keys.put(
                    parts[0].strip(),
                    List.of(parts[1].split(", ")).stream()
                            .map(value -> value.replace(';', ','))
                            .toList());
        });
        return keys;
    }
}
