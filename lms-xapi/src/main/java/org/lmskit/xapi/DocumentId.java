package org.lmskit.xapi;

/**
 * Where a document is.
 *
 * @param set what it belongs to
 * @param id the stateId or profileId
 */
public record DocumentId(DocumentSet set, String id) {}
