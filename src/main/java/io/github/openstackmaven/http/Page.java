package io.github.openstackmaven.http;

import java.util.List;
import java.util.Optional;

/** One page of a list, as <a href="https://specs.openstack.org/openstack/api-sig/guidelines/pagination_filter_sort.html">services cut it</a>. */
public interface Page<T> {
    /** What is on it. */
    List<T> items();

    /** The address of the next one; empty on the last. */
    Optional<String> next();
}
