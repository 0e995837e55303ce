package org.lmskit.scorm.sequencing.definition;

/**
 * A resource that accompanies an activity ({@code imsss:auxiliaryResource}). SCORM keeps it without
 * giving it a behaviour.
 *
 * @param id of the resource
 * @param purpose what it is for
 * @see "SCORM 2004 4th Ed. SN 3.6"
 */
public record AuxiliaryResource(String id, String purpose) {}
