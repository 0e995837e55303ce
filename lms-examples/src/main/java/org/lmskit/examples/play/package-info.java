/** Plays packages without a browser: a protocol of JSON lines on the pure core of lms-scorm. */
package org.lmskit.examples.play;
