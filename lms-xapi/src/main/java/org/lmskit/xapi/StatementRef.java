package org.lmskit.xapi;

import java.util.UUID;

/**
 * A pointer to another statement, which may not be there yet.
 *
 * @param id the id of the other statement
 * @see "xAPI 1.0.3 Data 2.4.4.3"
 */
public record StatementRef(UUID id) implements StatementObject {}
