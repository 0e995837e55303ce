package org.lmskit.scorm.manifest;

/**
 * A data store that an item shares with others ({@code adlcp:map}, 4th Edition).
 *
 * @param target the identifier of the store
 * @param read whether the item may read it
 * @param write whether the item may write it
 * @see "SCORM 2004 4th Ed. CAM 3.4.1.15"
 */
public record DataMap(String target, boolean read, boolean write) {}
