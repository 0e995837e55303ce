/**
 * Strict reading of statements, findings, and exact, canonical and ids writing.
 */
@NullMarked
package org.lmskit.xapi.json;

import org.jspecify.annotations.NullMarked;
