package pl.zmobridge.bench;

/**
 * What one race showed.
 *
 * @param name of the contestant
 * @param orders that were carried from the shop into the ERP
 * @param seconds from the first look at the shop until the last document
 * @param shopRequests in that time; likewise ERP calls, SQL statements and processor time
 * @param peakHeapMb since the process began; likewise resident memory
 */
record Result(
        String name,
        int orders,
        double seconds,
        long shopRequests,
        long erpCalls,
        long statements,
        double cpuMillis,
        long peakHeapMb,
        long residentMb) {

    double ordersPerSecond() {
        return orders / seconds;
    }

    double cpuPerOrder() {
        return cpuMillis / orders;
    }

    double perOrder(long count) {
        return (double) count / orders;
    }
}
