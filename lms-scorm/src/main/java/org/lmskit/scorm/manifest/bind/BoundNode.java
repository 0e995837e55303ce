package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.annotation.XmlTransient;

/** An element as it was written. Numbers, booleans and times are text: they are parsed with findings. */
@XmlTransient
public abstract class BoundNode {
  /** The line on which the element begins, from 1. */
  @XmlTransient
  public int line;
}
