package org.lmskit.assessment.item;

import org.lmskit.model.Sha256;

/**
 * A file that a learner handed in.
 *
 * @param hash of its bytes, which were put into the content store before
 * @param name as he called it
 * @param mediaType such as {@code application/pdf}
 * @param length in bytes
 */
public record UploadedFile(Sha256 hash, String name, String mediaType, long length) {}
