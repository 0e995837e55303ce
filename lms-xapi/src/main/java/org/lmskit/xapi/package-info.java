/**
 * Statements of the Experience API, and the interface of every Learning Record Store.
 */
@NullMarked
package org.lmskit.xapi;

import org.jspecify.annotations.NullMarked;
