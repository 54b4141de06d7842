package io.github.openstackmaven.plan;

import io.github.openstackmaven.volume.Volume;
import io.github.openstackmaven.volume.VolumeCreate;
import java.util.Map;
import java.util.Optional;

/** A volume with every name resolved. */
public sealed interface PlannedVolume {

    /** One that is there. */
    record Existing(Volume volume) implements PlannedVolume {}

    /**
     * One to be made.
     *
     * @param size GiB
     * @param image the id of the image it is made of
     * @param snapshot the id of the snapshot it is made of
     * @param type the type's name; empty for the cloud's default
     */
    record New(
            String name,
            int size,
            Optional<String> image,
            Optional<String> snapshot,
            Optional<String> type,
            boolean deleteOnTermination)
            implements PlannedVolume {

        /**
         * What Cinder is asked for.
         *
         * @param marks goes into the metadata
         */
        public VolumeCreate create(Map<String, String> marks) {
            return new VolumeCreate(
                    name,
                    Optional.of(size),
                    type,
                    image,
                    snapshot,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    marks);
        }
    }
}
