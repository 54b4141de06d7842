package io.github.openstackmaven.config;

import java.util.Optional;

/** The domain in which a name is looked up. */
final class Domains {
    private Domains() {}

    /** Empty beside an id; where the settings name none, Keystone's own default. */
    static Optional<IdOrName> of(Settings settings, IdOrName owner, String idKey, String nameKey) {
        if (owner instanceof IdOrName.Id) return Optional.empty();
        return Optional.of(settings.text("auth." + idKey)
                .<IdOrName>map(IdOrName.Id::new)
                .or(() -> settings.text("auth." + nameKey).map(IdOrName.Name::new))
                .or(() -> settings.text("auth.default_domain_id").map(IdOrName.Id::new))
                .or(() -> settings.text("auth.default_domain_name").map(IdOrName.Name::new))
                .orElse(new IdOrName.Id("default")));
    }
}
