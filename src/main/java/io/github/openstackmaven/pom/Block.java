package io.github.openstackmaven.pom;

/** A block of elements. Where none was written, Maven makes an empty one all the same. */
public interface Block {

    /** Whether anything was written in it. */
    boolean given();
}
