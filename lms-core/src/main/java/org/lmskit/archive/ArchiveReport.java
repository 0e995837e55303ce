package org.lmskit.archive;

import org.lmskit.model.Sha256;

/**
 * What an archive holds.
 *
 * @param records how many records, events included
 * @param files how many files
 * @param digest of all of it, as its last line has it: who keeps it apart can tell another archive
 */
public record ArchiveReport(long records, long files, Sha256 digest) {}
