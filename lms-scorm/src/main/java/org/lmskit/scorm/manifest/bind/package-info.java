/**
 * The manifest's text bound with JAXB: not exported, the host sees records of the parent package.
 */
@NullMarked
@XmlAccessorType(XmlAccessType.FIELD)
package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import org.jspecify.annotations.NullMarked;
