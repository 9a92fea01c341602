package pl.zmobridge.bench;

/**
 * What one race showed.
 *
 * @param name of the contestant
 * @param orders that were carried from the shop into the ERP
 * @param seconds from the first look at the shop until the last document
 * @param shopRequests in that time; likewise ERP calls and processor time, all sessions included
 * @param peakHeapMb since the process began; likewise resident memory
 */
record Result(
        String name,
        int orders,
        double seconds,
        long shopRequests,
        long erpCalls,
        double cpuMillis,
        long peakHeapMb,
        long residentMb) {

    double ordersPerSecond() {
        return orders / seconds;
    }

    double shopRequestsPerOrder() {
        return (double) shopRequests / orders;
    }

    double erpCallsPerOrder() {
        return (double) erpCalls / orders;
    }

    double cpuPerOrder() {
        return cpuMillis / orders;
    }
}
