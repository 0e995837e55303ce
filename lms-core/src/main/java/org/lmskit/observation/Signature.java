package org.lmskit.observation;

import java.time.Instant;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;

/**
 * That a person signed a record.
 *
 * @param signer who
 * @param printedName the digest of his name as it was printed; the text is erased with him
 * @param at when, in UTC
 * @param meaning what he declared
 * @param record the SHA-256 of the very record that he signed; see {@link SignedRecord}
 */
public record Signature(
    LearnerKey signer, Sha256 printedName, Instant at, String meaning, Sha256 record) {}
