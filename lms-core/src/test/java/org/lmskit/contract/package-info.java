/** The contracts that every store and content store fulfils; a host that plugs one extends them. */
package org.lmskit.contract;
