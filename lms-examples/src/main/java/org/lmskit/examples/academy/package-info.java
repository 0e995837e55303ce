/**
 * Academy, the reference host: a small web application that embeds the engine, SCORM and the record
 * store, with pages for learners and for whoever imports courses. It has no login; a real host has.
 */
package org.lmskit.examples.academy;
