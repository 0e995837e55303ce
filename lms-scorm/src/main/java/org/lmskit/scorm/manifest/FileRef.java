package org.lmskit.scorm.manifest;

/**
 * A file that a resource lists.
 *
 * @param href where it is
 * @param metadata its metadata
 */
public record FileRef(Href href, Metadata metadata) {}
