package io.github.openstackmaven.config;

import java.util.Optional;

/** The domain in which a name is looked up. */
final class Domains {
    private Domains() {}

    /** Empty beside an id; where the settings name none, Keystone's own default. */
    static Optional<Ref> of(Settings settings, Ref owner, String idKey, String nameKey) {
        if (owner instanceof Ref.Id) return Optional.empty();
        return Optional.of(settings.text("auth." + idKey)
                .<Ref>map(Ref.Id::new)
                .or(() -> settings.text("auth." + nameKey).map(Ref.Name::new))
                .or(() -> settings.text("auth.default_domain_id").map(Ref.Id::new))
                .or(() -> settings.text("auth.default_domain_name").map(Ref.Name::new))
                .orElse(new Ref.Id("default")));
    }
}
