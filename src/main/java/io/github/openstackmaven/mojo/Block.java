package io.github.openstackmaven.mojo;

/** A block of elements. Where none was written, Maven makes an empty one all the same. */
interface Block {

    /** Whether anything was written in it. */
    boolean given();
}
